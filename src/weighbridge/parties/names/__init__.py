"""Names and how they match: `index.NameIndex` finds the listed parties that a name may mean, and says why.

- A name is read by `name`, with `characters`, `arabic`, `chinese` and `legal`.
- A list is kept by `building` as words (`vocabulary`), names (`forms`) and `keys`, in one file (`arrays`).
- A search finds `candidates`, lays each beside the query (`pairing`, `likeness`, `scoring`), adds what supports it
  (`evidence`), ranks (`ranking`) and says why (`explaining`). `batch` does many in several processes.

docs/names.md tells how it works and what it finds.
"""
