"""Time, memory and quality of this tool beside bare WeasyPrint and Typst, from one run on one machine."""
