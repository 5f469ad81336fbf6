"""Run the command line as `python -m cityrel.cli`; the package has put its commands into the group."""

from cityrel.cli.group import main

if __name__ == "__main__":
    main()
