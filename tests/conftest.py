"""What every test may lean on."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# The same examples everywhere, so that a red run can be repeated. `HYPOTHESIS_PROFILE=explore` looks for new ones.
settings.register_profile("fixed", derandomize=True, deadline=None, print_blob=True)
settings.register_profile("explore", deadline=None, max_examples=2_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fixed"))


@pytest.fixture(scope="session")
def reference_dir() -> Path:
    """The folder of reference material (rule texts, a screening list), which is not part of the repository."""
    named = os.environ.get("WEIGHBRIDGE_REFERENCE_DIR")
    if not named:
        pytest.skip("WEIGHBRIDGE_REFERENCE_DIR is not set")
    return Path(named)
