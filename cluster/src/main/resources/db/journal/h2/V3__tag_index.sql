-- A stream whose tag has no news asks from where it stands: without this it would walk over everybody else's rows every time.
CREATE INDEX event_tag_tag_event_id_idx ON event_tag (tag, event_id);
