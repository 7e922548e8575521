// CellHost
