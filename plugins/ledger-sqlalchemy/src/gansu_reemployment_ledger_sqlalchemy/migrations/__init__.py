"""The migrations of the ledger's tables (台账表升级), from the oldest to the newest."""
