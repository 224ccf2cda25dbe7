"""How long there is for what the series owes the authority."""

import datetime

RENEWAL_WITHIN = datetime.timedelta(days=30)
"""Before the permit ends."""
SAMPLES_WITHIN = datetime.timedelta(days=10)
"""After printing (内部资料性出版物管理办法, article 18).

The rule does not say whether working days are meant; calendar days are the safe reading.
"""
