"""How long there is for what the series owes the authority."""

import datetime

RENEWAL_WITHIN = datetime.timedelta(days=30)
"""Before the permit ends."""
SAMPLES_WITHIN = datetime.timedelta(days=10)
"""After printing."""
