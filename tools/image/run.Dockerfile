# What `plimsoll run` needs in somebody's own image, all of it below /opt/plimsoll: a Java runtime, the command's jars and
# two class caches. The images that copy it need the GNU C library and a shell.
ARG BASE
FROM ${BASE} AS made

COPY java /opt/plimsoll/java
COPY app /opt/plimsoll/app
COPY bin /opt/plimsoll/bin
# Trained in the final layout, because a cache holds only for these paths and this class path.
RUN /opt/plimsoll/bin/plimsoll --train

FROM scratch
COPY --from=made /opt/plimsoll /opt/plimsoll
