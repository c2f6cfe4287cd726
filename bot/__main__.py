"""`python -m bot` is `kansli`."""

from bot.commands import main

raise SystemExit(main())
