"""The door for ``python main.py``."""

from fitdesk.app import main

if __name__ == "__main__":
    raise SystemExit(main())
