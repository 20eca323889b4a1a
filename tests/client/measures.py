"""What scripts measure on an open page: what is too small, too wide, cut off, or over something else."""

WIDER = "document.documentElement.scrollWidth - innerWidth"
SMALL_TARGETS = """() => [...document.querySelectorAll('button, select, textarea, input, summary, a, .choice, .scale-step')]
  .filter(one => one.checkVisibility() && !one.matches('.skip-link') && !(one.matches('input') && one.closest('label')))
  .filter(one => { const box = one.getBoundingClientRect(); return box.height < 44 || box.width < 44 }).map(one => one.outerHTML)"""
SMALL_TEXT = """() => { const small = []; const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) { const at = walk.currentNode.parentElement; if (!walk.currentNode.textContent.trim() || at.closest('svg, kbd, script, noscript, .visually-hidden') || !at.checkVisibility()) continue;
    if (parseFloat(getComputedStyle(at).fontSize) < 18) small.push(walk.currentNode.textContent) } return small }"""
CROWDED = """() => { const all = [...document.querySelectorAll('.who, button, a:not(.skip-link), input, textarea, select, summary, .choice, .scale-step')]
  .filter(one => one.checkVisibility() && !(one.matches('input') && one.closest('.choice, .scale-step')));
  const boxes = all.map(one => one.getBoundingClientRect()); const faults = [];
  all.forEach((one, at) => { const box = boxes[at];
    if (box.left < 0 || one.scrollWidth > one.clientWidth + 1 && !one.matches('input, textarea')) faults.push('cut: ' + one.outerHTML);
    boxes.slice(at + 1).forEach((other, more) => { const next = all[at + 1 + more];
      if (!one.contains(next) && Math.min(box.right, other.right) - Math.max(box.left, other.left) > 1 && Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 1)
        faults.push('over each other: ' + one.outerHTML + next.outerHTML) }) });
  return faults }"""
LARGER = "size => { document.documentElement.style.fontSize = size }"
