"""Pages on press sheets: pure arithmetic of folding, collating and placing; knows no PDF."""
