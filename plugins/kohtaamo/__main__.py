"""`python -m kohtaamo` is the `kohtaamo` command."""

from kohtaamo.commands.main import leave

if __name__ == "__main__":
    leave()
