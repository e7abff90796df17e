-- A notebook that goes takes its tallies along: without this every such deletion reads all tallies.
create index tally_layer on tally (layer_id);
