// The filter of the partner directory. Without this script the whole directory
// is on the page; with it, one field narrows what is there.
(() => {
  const directory = document.querySelector("[data-filter]");
  if (!directory) return;
  const words = directory.dataset;

  // Letters without their marks, so that “societa” finds “Società”.
  const plain = (text) =>
    text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ");

  const rows = Array.from(directory.querySelectorAll(".orgs > li"), (row) => ({
    row,
    text: plain(`${row.textContent} ${row.dataset.also || ""}`),
  }));
  const sections = Array.from(directory.querySelectorAll("section"));

  const field = document.getElementById("filter-field");
  const status = document.querySelector(".filter [role=status]");

  const tell = (shown) => {
    status.textContent = shown
      ? words.shown.replace("{n}", shown).replace("{total}", rows.length)
      : words.none;
  };

  const narrow = () => {
    const wanted = plain(field.value).split(" ").filter(Boolean);
    let shown = 0;
    for (const { row, text } of rows) {
      row.hidden = !wanted.every((word) => text.includes(word));
      if (!row.hidden) shown++;
    }
    for (const section of sections) {
      section.hidden = !section.querySelector(".orgs > li:not([hidden])");
    }
    if (wanted.length) tell(shown);
    else status.textContent = "";
  };

  // A screen reader should hear one count, not one per key.
  let timer = 0;
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(narrow, 150);
  });
  if (field.value) narrow();
})();
