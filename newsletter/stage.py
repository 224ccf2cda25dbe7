"""The stages of sign-off: three reviews, three proofs, the reading of the whole, the release to press."""

from enum import StrEnum


class Stage(StrEnum):
    """What is signed, in the order in which it is; the names are those that the trade writes."""

    FIRST_REVIEW = "初审"
    SECOND_REVIEW = "复审"
    FINAL_REVIEW = "终审"
    FIRST_PROOF = "一校"
    SECOND_PROOF = "二校"
    THIRD_PROOF = "三校"
    READING = "通读"
    PRESS = "付印"
