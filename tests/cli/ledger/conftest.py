from tests.cli.ledger.office import office

__all__ = ["office"]
