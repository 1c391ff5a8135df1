package dev.plimsoll.e2e.harness;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.util.concurrent.atomic.AtomicInteger;

/** A client of a process that dies just before one of its writes. */
public final class CrashingClient {
  public static final String MESSAGE = "killed before this write";

  private CrashingClient() {}

  /** A client that makes so many writes and no more. */
  public static KubernetesClient after(int writes, Cluster cluster) {
    return new KubernetesClientBuilder()
        .withConfig(cluster.client().getConfiguration())
        .withHttpClientBuilderConsumer(
            builder -> builder.addOrReplaceInterceptor("crash", new Crash(writes)))
        .build();
  }

  private static final class Crash implements Interceptor {
    private final AtomicInteger left;

    private Crash(int writes) {
      this.left = new AtomicInteger(writes);
    }

    @Override
    public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
      if (request.method().equals("PATCH") && left.getAndDecrement() <= 0) {
        throw new IllegalStateException(MESSAGE);
      }
    }
  }
}
