"""Which line of a report is what: from raw text to blocks, and the facts that stand in lines of their own."""
