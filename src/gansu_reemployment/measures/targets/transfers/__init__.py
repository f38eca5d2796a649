"""Special transfer divided by factors (专项转移支付分配)."""
