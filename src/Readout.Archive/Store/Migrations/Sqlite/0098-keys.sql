-- What was entered for a happening or a followed meeting goes when the last article that told of it has changed. Without these, that reads all keys.
CREATE INDEX happening_keys_by_happening ON happening_keys (happening);
CREATE INDEX followed_keys_by_followed ON followed_keys (followed);
