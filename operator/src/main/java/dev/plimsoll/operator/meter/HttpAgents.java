package dev.plimsoll.operator.meter;

import dev.plimsoll.operator.meter.SampleReader.NotASampleException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks agents by HTTP. Whatever runs in a pod may answer in their stead, so an answer is bounded in
 * time and in size, and leads nowhere else.
 */
final class HttpAgents implements AgentSource {
  private static final Duration LONGEST = Duration.ofSeconds(2);

  /** A whole sample takes about five kilobytes. */
  private static final int MOST_BYTES = 64 << 10;

  private static final BodyHandler<byte[]> BODY =
      BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(Version.HTTP_1_1)
          .followRedirects(Redirect.NEVER)
          .proxy(HttpClient.Builder.NO_PROXY)
          .connectTimeout(LONGEST)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();

  @Override
  public PodSample ask(Agent agent, Instant at) throws RefusedException {
    HttpResponse<byte[]> response = get(HttpRequest.newBuilder(agent.endpoint()).build());
    if (response.statusCode() != HttpURLConnection.HTTP_OK) {
      throw new RefusedException("it answers with status " + response.statusCode());
    }
    try {
      return SampleReader.read(response.body(), agent, at);
    } catch (NotASampleException e) {
      throw new RefusedException(e.getMessage(), e);
    }
  }

  /** The client's own timeout ends with the headers; this one counts the body in. */
  private HttpResponse<byte[]> get(HttpRequest request) throws RefusedException {
    CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, BODY);
    try {
      return answer.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new RefusedException(
          "it does not answer within %d s".formatted(LONGEST.toSeconds()), e);
    } catch (ExecutionException e) {
      throw new RefusedException(why(e.getCause()), e);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new RefusedException("the operator ends", e);
    }
  }

  private static String why(Throwable failure) {
    return switch (failure) {
      case HttpConnectTimeoutException _ ->
          "it cannot be connected to within %d s".formatted(LONGEST.toSeconds());
      case ConnectException _ -> "its port refuses connections";
      case IOException _ -> "its answer breaks off, or is none";
      default -> "it cannot be asked: " + failure.getClass().getSimpleName();
    };
  }
}
