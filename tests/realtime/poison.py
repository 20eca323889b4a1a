"""What a broken or hostile page may send, each to be survived: raw Engine.IO text or bytes."""

import json
from typing import Any


def _do(command: Any, n: Any = 1, name: Any = "poison") -> str:
    return "421" + json.dumps(["do", {"n": n, "id": name, "do": command}])


def _post(text: Any) -> str:
    return _do({"kind": "PostCard", "step": "alone", "board": "ideas", "text": text})


POISON: dict[str, str | bytes] = {
    "lone surrogate": _post("caf\ud800é"),
    "lone low surrogate": _post("\udc00"),
    "surrogate in a key": '421["do",{"n":1,"id":"a","do":{"kind":"CastVote","step":"alone","dots":{"\\ud800":1}}}]',
    "surrogate as a field": '421["do",{"n":1,"id":"a","do":{"kind":"Leave","\\ud800":1}}]',
    "surrogate as an id": '421["do",{"n":1,"id":"\\ud800","do":{"kind":"Leave"}}]',
    "surrogate as an event": '421["\\ud800",{}]',
    "NUL": _post("a\x00b"),
    "combining marks": _post("e" + "\u0301" * 1900),
    "right to left override": _post("\u202egnp.exe\u2066"),
    "text as a number": _post(12),
    "text as an object": _post({"a": "b"}),
    "text as a list": _post(["a"]),
    "text as null": _post(None),
    "text as true": _post(True),
    "huge number in dots": _do({"kind": "CastVote", "step": "alone", "dots": {"c1": 2**80}}),
    "fraction with zero": _do({"kind": "GiveAnswer", "step": "alone", "question": "q", "value": {"number": "1/0"}}),
    "endless fraction": _do({"kind": "GiveAnswer", "step": "alone", "question": "q", "value": {"number": "9" * 5000}}),
    "NaN": '421["do",{"n":NaN,"id":"a","do":{"kind":"Leave"}}]',
    "infinity": '421["do",{"n":1e400,"id":"a","do":{"kind":"Leave"}}]',
    "n negative": _do({"kind": "Leave"}, n=-1),
    "n zero": _do({"kind": "Leave"}, n=0),
    "n text": _do({"kind": "Leave"}, n="1"),
    "n true": _do({"kind": "Leave"}, n=True),
    "n beyond the store": _do({"kind": "Leave"}, n=2**70),
    "n of 4000 digits": '421["do",{"n":' + "9" * 4000 + ',"id":"a","do":{"kind":"Leave"}}]',
    "n of 5000 digits": '421["do",{"n":' + "9" * 5000 + ',"id":"a","do":{"kind":"Leave"}}]',
    "id empty": _do({"kind": "Leave"}, name=""),
    "id long": _do({"kind": "Leave"}, name="x" * 65),
    "id with a line break": _do({"kind": "Leave"}, name="a\nb"),
    "no command": '421["do",{"n":1,"id":"a"}]',
    "command as text": _do("Leave"),
    "command as a list": _do([["Leave"]]),
    "kind as a list": _do({"kind": ["Leave"]}),
    "kind as an object": _do({"kind": {"kind": "Leave"}}),
    "kind of the clock": _do({"kind": "EndTimer", "step": "alone"}),
    "kind of the door": _do({"kind": "Join", "person": "p2", "channel": "phone", "consents": {"kind": "Consents"}}),
    "a whole format": _do({"kind": "PlanSession", "format": {"kind": "Format"}}),
    "body as a list": '421["do",[]]',
    "body as text": '421["do","x"]',
    "no body": '421["do"]',
    "three bodies": '421["do",{},{},{}]',
    "duplicate keys": '421["do",{"n":1,"n":2,"id":"a","id":"b","do":{"kind":"Leave","kind":"Dance"}}]',
    "unknown event": '421["dance",{}]',
    "event as a number": "421[5,{}]",
    "event as null": "421[null]",
    "event named connect": '421["connect",{}]',
    "event named disconnect": '421["disconnect","x"]',
    "no event": "421[]",
    "not a list": '421{"a":1}',
    "not JSON": "421[",
    "empty packet": "4",
    "empty": "",
    "unknown packet": "9",
    "letters": "hello",
    "answer nobody awaits": '4399["x"]',
    "acknowledgement of 5000 digits": "42" + "9" * 5000 + '["do",{}]',
    "unknown namespace": '42/admin,1["do",{}]',
    "a second connection": "40",
    "connection to another namespace": "40/admin,",
    "bytes out of the blue": b"\x00\xff\xfe",
    "binary announced, never sent": '451-["do",{"_placeholder":true,"num":0}]',
    "many binaries announced": '45999999-["do",{"_placeholder":true,"num":0}]',
    "deep list": "421" + "[" * 5000 + "]" * 5000,
    "deep command": '421["do",{"n":1,"id":"a","do":' + '{"kind":' * 800 + "1" + "}" * 800 + "}]",
    "deep answer": _do(
        {"kind": "GiveAnswer", "step": "alone", "question": "q", "value": json.loads("[" * 90 + "]" * 90)}
    ),
    "20 kB": _post("x" * 20_000),
    "2 MB": _post("x" * 2_000_000),
    "hello again, wrong": '421["hello",{"ticket":{"a":1}}]',
    "hello with a list": '421["hello",{"ticket":"x","have":["everyone"]}]',
    "hello with a huge have": '421["hello",'
    + json.dumps({"ticket": "x", "have": {f"c{n}": n for n in range(500)}})
    + "]",
    "again for all the world": '42["again",{"channels":["staff","person:p2","group:99",5,null]}]',
    "again with text": '42["again","everyone"]',
    "again with 1000": '42["again",' + json.dumps({"channels": ["everyone"] * 1000}) + "]",
    "here with text": '42["here",{"visible":"yes"}]',
    "here with nothing": '42["here"]',
}
