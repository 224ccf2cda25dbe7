"""A stamp over page 1 that nobody tagged; page 2 says another element of its first mark than the tree."""

import pikepdf


def spoil(pdf: pikepdf.Pdf) -> None:
    contents = pdf.pages[0].obj.Contents
    contents.write(contents.read_bytes() + b"\n1 0 0 rg 100 100 50 50 re f\n")
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    owners = numbers[3]
    owners[0] = owners[len(owners) - 1]
