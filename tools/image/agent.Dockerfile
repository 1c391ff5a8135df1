# The agent's image: the runtime, two jars, a class cache, the C library and the program kill, and nothing else: no shell,
# nothing to write to, any user.
ARG BASE
FROM ${BASE} AS made

COPY java /opt/java
COPY app /app
# Trained in the final layout, because the cache holds only for these paths, this class path and these options.
RUN mv /app/plimsoll-agent.jar /app/plimsoll.jar \
 && MALLOC_ARENA_MAX=1 /opt/java/bin/java @/app/options -XX:AOTCacheOutput=/app/plimsoll.aot -jar /app/plimsoll.jar --train \
 && test -s /app/plimsoll.aot
RUN mkdir -p /made/usr/bin \
 && cp /usr/bin/kill /made/usr/bin/kill \
 && for program in /usr/bin/kill /opt/java/bin/java /opt/java/lib/*.so /opt/java/lib/server/*.so; do ldd "$program"; done \
    | grep -o ' /lib[^ ]*\|^[[:space:]]*/lib[^ ]*' | tr -d ' \t' | sort -u | xargs -I{} cp --dereference --parents {} /made

FROM scratch
COPY --from=made /made /
COPY --from=made /opt/java /opt/java
COPY --from=made /app /app
# One arena: with several, the C library keeps memory apart that no thread uses.
ENV PATH=/usr/bin MALLOC_ARENA_MAX=1
USER 65532:65532
ENTRYPOINT ["/opt/java/bin/java", "@/app/options", "-XX:AOTCache=/app/plimsoll.aot", "-jar", "/app/plimsoll.jar"]
