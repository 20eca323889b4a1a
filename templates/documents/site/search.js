/* Searching without a server: what is looked through came with the page. Without scripts the list is all there. */
(function () {
  "use strict";
  var form = document.getElementById("search");
  var told = document.getElementById("index");
  var found = document.getElementById("found");
  if (!form || !told || !found || !document.getElementById("learnings")) return;
  var index = JSON.parse(told.textContent);
  var field = document.getElementById("asked");
  function folded(words) {
    return words.toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae").normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/’/g, "'");
  }
  function look() {
    var asked = folded(field.value).split(/\s+/);
    var there = 0;
    index.forEach(function (each) {
      var fits = asked.every(function (word) { return each[1].indexOf(word) >= 0; });
      document.getElementById("l" + each[0]).hidden = !fits;
      if (fits) there += 1;
    });
    found.textContent = found.getAttribute("data-words").replace("{n}", String(there)).replace("{all}", String(index.length));
  }
  form.hidden = false;
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  field.addEventListener("input", look);
})();
