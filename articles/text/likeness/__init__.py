"""What two reports, and two quotations, have in common."""
