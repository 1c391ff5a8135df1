module plimsoll/cluster/pause

go 1.26
