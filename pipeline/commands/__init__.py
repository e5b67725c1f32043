"""The commands of `lakip`, one group a module: their options, what they run, and the code they end with."""
