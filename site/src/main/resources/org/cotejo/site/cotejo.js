// All of the script of this site: light or dark, and filtering lists of places. Pages are whole without it.
(function () {
  "use strict";
  var root = document.documentElement;
  var KEY = "cotejo-theme";

  function stored() {
    try { return localStorage.getItem(KEY); } catch (e) { return null; }
  }
  if (stored()) { root.setAttribute("data-theme", stored()); }

  // Small letters without accents, as the pages' data-name has them.
  function plain(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().trim();
  }

  function themeButton() {
    var button = document.getElementById("theme");
    if (!button) { return; }
    button.hidden = false;
    button.addEventListener("click", function () {
      var dark = root.getAttribute("data-theme") ||
        (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
      var next = dark === "dark" ? "light" : "dark";
      root.setAttribute("data-theme", next);
      try { localStorage.setItem(KEY, next); } catch (e) { /* kept for this page only */ }
    });
  }

  // A search from another page: what was typed goes behind the #, so that it is never sent to a server.
  function leadingSearch(form) {
    form.hidden = false;
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      location.href = form.getAttribute("data-search") + "#q=" + encodeURIComponent(form.querySelector("input").value);
    });
  }

  function listSearch(form) {
    var input = form.querySelector("input");
    var output = form.querySelector("output");
    var groups = document.getElementById(form.getAttribute("data-list")).querySelectorAll(".group");

    function show() {
      var words = plain(input.value).split(/\s+/).filter(Boolean);
      var found = 0;
      groups.forEach(function (group) {
        var head = plain(group.querySelector("h3").textContent);
        var inGroup = 0;
        group.querySelectorAll("[data-name]").forEach(function (item) {
          var name = head + " " + item.getAttribute("data-name");
          var fits = words.every(function (word) { return name.indexOf(word) >= 0; });
          item.hidden = !fits;
          inGroup += fits ? 1 : 0;
        });
        var headFits = words.every(function (word) { return head.indexOf(word) >= 0; });
        group.hidden = !headFits && inGroup === 0;
        found += inGroup + (headFits ? 1 : 0);
      });
      output.textContent = words.length === 0 ? "" :
        found === 0 ? output.getAttribute("data-none") : found + " " + output.getAttribute("data-some");
    }

    form.hidden = false;
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    input.addEventListener("input", show);
    if (location.hash.indexOf("#q=") === 0) {
      input.value = decodeURIComponent(location.hash.slice(3));
      show();
      input.focus();
    }
  }

  document.addEventListener("DOMContentLoaded", function () {
    themeButton();
    document.querySelectorAll("form[data-search]").forEach(leadingSearch);
    document.querySelectorAll("form[data-list]").forEach(listSearch);
  });
})();
