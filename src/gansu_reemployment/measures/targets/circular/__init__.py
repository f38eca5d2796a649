"""The circular on progress (进度通报)."""
