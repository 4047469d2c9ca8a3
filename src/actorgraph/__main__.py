"""`python -m actorgraph`."""

import sys

from .cli import main

sys.exit(main())
