"""One module per kind of value: each finds its values on a Page and puts them into Found."""
