"""What touches two or more of store, letters and intake: the steps of the main job."""
