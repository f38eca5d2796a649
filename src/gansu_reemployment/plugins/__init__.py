"""Local rules and ledgers that plugins bring (插件): hooks, discovery and loading."""
