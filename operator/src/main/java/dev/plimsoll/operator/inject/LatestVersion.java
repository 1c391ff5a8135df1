package dev.plimsoll.operator.inject;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** The API server's version, asked for again now and then, because clusters are upgraded. */
public final class LatestVersion implements Supplier<ServerVersion> {
  private static final Duration GOOD_FOR = Duration.ofMinutes(10);

  private final KubernetesClient client;
  private final Clock clock;
  private Optional<Answer> last = Optional.empty();

  public LatestVersion(KubernetesClient client, Clock clock) {
    this.client = client;
    this.clock = clock;
  }

  private record Answer(ServerVersion version, Instant at) {}

  @Override
  public synchronized ServerVersion get() {
    Instant now = clock.instant();
    Answer answer =
        last.filter(known -> known.at().plus(GOOD_FOR).isAfter(now))
            .orElseGet(() -> new Answer(ServerVersion.of(client), now));
    last = Optional.of(answer);
    return answer.version();
  }
}
