"""The small guaranteed loan to an individual (下岗失业人员小额担保贷款)."""
