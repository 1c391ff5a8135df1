package dev.plimsoll.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Placement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RuntimeProfilesTest {

  private static RuntimeProfile named(String type) {
    return RuntimeProfiles.named(type).orElseThrow();
  }

  static List<String> names() {
    return RuntimeProfiles.names();
  }

  @Test
  void knowsEveryTypeOfTheApi() {
    assertThat(names())
        .containsExactly(
            "gunicorn",
            "uvicorn",
            "hypercorn",
            "daphne",
            "uwsgi",
            "celery",
            "rq",
            "puma",
            "unicorn",
            "sidekiq",
            "php-fpm",
            "pm2",
            "granian",
            "jvm",
            "generic");
    assertThat(RuntimeProfiles.named("tomcat")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyPlaceIsOneThatTheProfileCanWrite(String type) {
    RuntimeProfile profile = named(type);

    assertThat(profile.places().values())
        .allSatisfy(
            place -> {
              if (place instanceof Placement.Argument argument) {
                assertThat(profile.refusal(argument.flag(), "1")).isEmpty();
              }
            });
    assertThat(profile.gracefulTimeout(Map.of())).isPositive();
  }

  @ParameterizedTest
  @MethodSource("names")
  void aServerWithoutArgumentsSaysWhereToPutThem(String type) {
    if (named(type).arguments() instanceof ArgumentHome.Nowhere) {
      assertThat(named(type).refusal("anything", "1").orElseThrow())
          .contains("cannot be given", ";");
    } else {
      assertThat(named(type).refusal("not a flag!", "1")).isPresent();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "gunicorn, workers, WEB_CONCURRENCY",
    "uvicorn, workers, WEB_CONCURRENCY",
    "granian, workers, GRANIAN_WORKERS",
    "celery, workers, CELERY_WORKER_CONCURRENCY",
    "uwsgi, threads, UWSGI_THREADS",
    "puma, threads, RAILS_MAX_THREADS",
    "sidekiq, concurrency, RAILS_MAX_THREADS",
    "jvm, pool, SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE"
  })
  void placesWellKnownKnobs(String type, String knob, String variable) {
    assertThat(named(type).placeOf(knob)).contains(new Placement.Variable(variable, "{value}"));
  }

  @Test
  void placesNoKnobOfTheApplication() {
    assertThat(named("gunicorn").placeOf("jobs")).isEmpty();
    assertThat(named("gunicorn").placeOf("pool")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "gunicorn, graceful-timeout, 60, 60",
    "gunicorn, graceful-timeout, soon, 30",
    "gunicorn, timeout, 300, 30",
    "uvicorn, timeout-graceful-shutdown, 12, 12",
    "uwsgi, worker-reload-mercy, 8, 8",
    "sidekiq, x, 8, 25"
  })
  void drainsAsLongAsTheServerWaits(String type, String flag, String value, long seconds) {
    assertThat(named(type).gracefulTimeout(Map.of(flag, value)))
        .isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource({
    "gunicorn, max-worker-lifetime, 60, spec.guard.maxWorkerAge",
    "gunicorn, max_requests, 5, write max-requests",
    "gunicorn, --max-requests, 5, write max-requests",
    "gunicorn, w, 5, write workers",
    "gunicorn, max-request, 5, check its spelling",
    "gunicorn, bind, :80, stays yours",
    "gunicorn, preload, 1, is a switch",
    "gunicorn, timeout, '', needs a value",
    "uvicorn, max-requests, 5, check its spelling",
    "pm2, require, ./a.js, stays yours",
    "jvm, Xmx 5, 5, check its spelling",
    "daphne, workers, 5, start command"
  })
  void refusesWhatTheServerDoesNotTake(String type, String flag, String value, String remedy) {
    assertThat(named(type).refusal(flag, value).orElseThrow()).contains(remedy);
  }

  @ParameterizedTest
  @CsvSource({
    "gunicorn, max-requests, 500",
    "gunicorn, preload, true",
    "uvicorn, limit-max-requests, 500",
    "uwsgi, reload-on-rss, 120",
    "celery, max-memory-per-child, 200000",
    "pm2, max-semi-space-size, 16",
    "jvm, Xmx, 256m",
    "jvm, XX:MaxRAMPercentage, 75.0",
    "jvm, XX:+UseSerialGC, ''",
    "jvm, Dserver.tomcat.threads.max, 20"
  })
  void acceptsWhatTheServerTakes(String type, String flag, String value) {
    assertThat(named(type).refusal(flag, value)).isEmpty();
  }

  @Test
  void gunicornsCommandLineBeatsItsVariableWhichBeatsWebConcurrency() {
    assertThat(named("gunicorn").strongerThan(new Placement.Variable("WEB_CONCURRENCY", "{value}")))
        .containsExactly(
            new SettingSource.CommandLine(List.of("--workers", "-w")),
            new SettingSource.InLine(
                RuntimeProfiles.lineIn("GUNICORN_CMD_ARGS").orElseThrow(), "workers"),
            new SettingSource.ConfigFile("workers in gunicorn.conf.py"));
    assertThat(named("gunicorn").strongerThan(new Placement.Argument("threads")))
        .containsExactly(new SettingSource.CommandLine(List.of("--threads")));
    assertThat(named("gunicorn").strongerThan(new Placement.Variable("DB_POOL_MAX", "{value}")))
        .isEmpty();
  }

  @Test
  void uvicornsOwnVariableBeatsWebConcurrency() {
    assertThat(named("uvicorn").strongerThan(named("uvicorn").placeOf("workers").orElseThrow()))
        .contains(new SettingSource.OtherVariable("UVICORN_WORKERS"));
  }

  @Test
  void celerysCommandLineBeatsItsVariables() {
    assertThat(named("celery").strongerThan(named("celery").placeOf("workers").orElseThrow()))
        .containsExactly(new SettingSource.CommandLine(List.of("--concurrency", "-c")));
  }

  @ParameterizedTest
  @CsvSource({
    "worker-connections, '', '', true",
    "worker-connections, sync, 1, true",
    "worker-connections, sync, 4, false",
    "worker-connections, gthread, '', false",
    "keep-alive, '', '', true",
    "keep-alive, gevent, '', false",
    "timeout, '', '', false"
  })
  void saysWhenAnArgumentDoesNothing(
      String flag, String workerClass, String threads, boolean idle) {
    Map<String, String> arguments =
        workerClass.isEmpty()
            ? Map.of("threads", threads)
            : Map.of("worker-class", workerClass, "threads", threads);

    assertThat(named("gunicorn").whyIdle(flag, arguments).isPresent()).isEqualTo(idle);
  }

  @ParameterizedTest
  @CsvSource({
    "gunicorn, gunicorn",
    "jvm, java",
    "pm2, pm2-runtime",
    "unicorn, unicorn_rails",
    "php-fpm, php-fpm"
  })
  void namesTheProgramsThatStartIt(String type, String program) {
    assertThat(named(type).programs()).contains(program);
  }

  @Test
  void knowsNoProgramOfAGenericRuntime() {
    assertThat(named("generic").programs()).isEmpty();
  }

  @Test
  void onlySyncWorkersAreKilledForARequestThatTakesLong() {
    RuntimeProfile gunicorn = named("gunicorn");

    assertThat(gunicorn.requestTimeout(Map.of())).contains(Duration.ofSeconds(30));
    assertThat(gunicorn.requestTimeout(Map.of("timeout", "300"))).contains(Duration.ofSeconds(300));
    assertThat(gunicorn.requestTimeout(Map.of("timeout", "0"))).isEmpty();
    assertThat(gunicorn.requestTimeout(Map.of("worker-class", "gevent"))).isEmpty();
    assertThat(gunicorn.requestTimeout(Map.of("threads", "4"))).isEmpty();
    assertThat(named("uwsgi").requestTimeout(Map.of("harakiri", "20")))
        .contains(Duration.ofSeconds(20));
    assertThat(named("uwsgi").requestTimeout(Map.of())).isEmpty();
    assertThat(named("uvicorn").requestTimeout(Map.of())).isEmpty();
  }

  @Test
  void granianOverlapsOnlyWhereItRecycles() {
    assertThat(named("granian").recyclesWithOverlap(Map.of())).isFalse();
    assertThat(named("granian").recyclesWithOverlap(Map.of("workers-lifetime", "3600"))).isTrue();
    assertThat(named("gunicorn").recyclesWithOverlap(Map.of("max-requests", "500"))).isFalse();
  }

  @Test
  void nodesCommandLineBeatsItsVariableInEitherSpelling() {
    assertThat(named("pm2").strongerThan(named("pm2").placeOf("heap").orElseThrow()))
        .containsExactly(
            new SettingSource.CommandLine(List.of("--max-old-space-size", "--max_old_space_size")));
  }
}
