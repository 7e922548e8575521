// NotebookEvents
