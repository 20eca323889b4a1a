"""Letters of other alphabets that one takes for Latin ones, as they are drawn: after Unicode's confusables."""

from typing import Final

_CYRILLIC = (
    "\u0430a \u0410A \u0412B \u0435e \u0415E \u04bbh \u041dH \u0456i \u0406I \u0458j \u0408J \u043ak "
    "\u041aK \u04cfl \u04c0I \u043cm \u041cM \u043eo \u041eO \u0440p \u0420P \u0441c \u0421C \u0455s "
    "\u0405S \u0442t \u0422T \u0443y \u0423Y \u0445x \u0425X \u0501d \u051bq \u051aQ \u051dw \u051cW "
    "\u0475v \u0474V"
)
_GREEK = (
    "\u03b1a \u0391A \u0392B \u0395E \u03b5e \u03f2c \u03f9C \u03b3y \u03b7n \u0397H \u03b9i \u0399I "
    "\u03f3j \u037fJ \u03bak \u039aK \u039cM \u03bdv \u039dN \u03bfo \u039fO \u03c1p \u03a1P \u03c3o "
    "\u03c4t \u03a4T \u03c5u \u03a5Y \u03c7x \u03a7X \u03c9w \u0396Z"
)
_SMALL_CAPITALS = (
    "\u1d00a \u0299b \u1d04c \u1d05d \u1d07e \ua730f \u0262g \u029ch \u026ai \u1d0aj \u1d0bk \u029fl "
    "\u1d0dm \u0274n \u1d0fo \u1d18p \u0280r \ua731s \u1d1bt \u1d1cu \u1d20v \u1d21w \u028fy \u1d22z"
)
_PHONETIC = "\u0251a \u0261g \u0131i \u0269i \u0237j \u028bv"

LOOK_ALIKES: Final = {
    ord(pair[0]): pair[1].lower() for each in (_CYRILLIC, _GREEK, _SMALL_CAPITALS, _PHONETIC) for pair in each.split()
}
"""By letter, the small Latin one: of the alphabets beside ours on a European keyboard, and of what pages for "fancy
letters" make of a text. A capital has its own line where it looks like another letter than its small one."""
