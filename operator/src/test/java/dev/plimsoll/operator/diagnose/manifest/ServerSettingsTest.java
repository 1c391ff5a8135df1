package dev.plimsoll.operator.diagnose.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.runtime.RuntimeProfile;
import dev.plimsoll.core.runtime.RuntimeProfiles;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerSettingsTest {
  private static final List<String> WORKERS = List.of("--workers", "-w");

  private static RuntimeProfile profile(String name) {
    return RuntimeProfiles.named(name).orElseThrow();
  }

  private static Container script(String script) {
    return new ContainerBuilder()
        .withCommand("/bin/bash", "-euo", "pipefail", "-c")
        .addToArgs(script)
        .build();
  }

  private static ServerSettings gunicorn(Container container) {
    return ServerSettings.of(container, profile("gunicorn"), Map.of());
  }

  @ParameterizedTest
  @CsvSource({
    "gunicorn --workers 4 shop.wsgi, --workers 4, 4",
    "gunicorn --workers=4 shop.wsgi, --workers=4, 4",
    "/usr/local/bin/gunicorn -w4 shop.wsgi, -w4, 4",
    "python -m gunicorn shop.wsgi -w 4, -w 4, 4",
    "migrate && exec gunicorn3 shop.wsgi -w 4, -w 4, 4",
    "pip install gunicorn; gunicorn -w 2 -w 4 shop.wsgi, -w 4, 4",
    "gunicorn -w$WORKERS shop.wsgi, -w$WORKERS, $WORKERS"
  })
  void findsAFlagOfTheServerInAScript(String script, String text, String value) {
    assertThat(gunicorn(script("set -x; " + script)).onCommandLine(WORKERS))
        .contains(new FlagUse(text, value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "prefetch -w 4; gunicorn shop.wsgi",
        "gunicorn shop.wsgi --workers-per-core=2",
        "gunicorn shop.wsgi -worker",
        "gunicorn shop.wsgi -w",
        "celery -w 4"
      })
  void findsNoFlagOfAnother(String script) {
    assertThat(gunicorn(script(script)).onCommandLine(WORKERS)).isEmpty();
  }

  @Test
  void takesArgumentsAloneForTheServersWhereNothingElseTakesThem() {
    Container flags = new ContainerBuilder().withArgs("-w", "4").build();
    Container application = new ContainerBuilder().withArgs("shop.wsgi:app", "-w", "4").build();
    Container program = new ContainerBuilder().withArgs("start", "-w", "4").build();

    assertThat(gunicorn(flags).onCommandLine(WORKERS)).isPresent();
    assertThat(gunicorn(application).onCommandLine(WORKERS)).isPresent();
    assertThat(gunicorn(program).onCommandLine(WORKERS)).isEmpty();
  }

  @Test
  void theCommandLineBeatsTheBudgetWhichBeatsTheVariable() {
    Container container =
        new ContainerBuilder()
            .withCommand("gunicorn", "--timeout=60", "-k", "gthread", "--preload", "shop.wsgi")
            .addNewEnv()
            .withName("GUNICORN_CMD_ARGS")
            .withValue("--timeout 30 --graceful-timeout 20 --keep-alive 5")
            .endEnv()
            .build();

    assertThat(
            ServerSettings.of(
                    container,
                    profile("gunicorn"),
                    Map.of("timeout", "300", "graceful-timeout", "90"))
                .arguments())
        .containsEntry("timeout", "60")
        .containsEntry("graceful-timeout", "90")
        .containsEntry("keep-alive", "5")
        .containsEntry("worker-class", "gthread")
        .containsEntry("preload", "");
  }

  @Test
  void readsOneVariablePerFlag() {
    Container container =
        new ContainerBuilder()
            .withCommand("uwsgi", "--harakiri", "20", "-p", "4")
            .addNewEnv()
            .withName("UWSGI_DIE_ON_TERM")
            .withValue("true")
            .endEnv()
            .addNewEnv()
            .withName("SHOP_HARAKIRI")
            .withValue("5")
            .endEnv()
            .build();

    assertThat(ServerSettings.of(container, profile("uwsgi"), Map.of()).arguments())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("harakiri", "20", "workers", "4", "die-on-term", "true"));
  }

  @ParameterizedTest
  @CsvSource({
    "gunicorn shop.wsgi, true",
    "gunicorn -c settings shop.wsgi, false",
    "gunicorn --config=gunicorn_config.py shop.wsgi, false",
    "./start, false"
  })
  void knowsTheWholeOnlyWithoutConfigurationFiles(String script, boolean whole) {
    assertThat(gunicorn(script(script)).areWhole()).isEqualTo(whole);
  }

  @Test
  void doesNotKnowTheWholeOfWhatTheImageStarts() {
    assertThat(gunicorn(new ContainerBuilder().withArgs("-w", "4").build()).areWhole()).isFalse();
    assertThat(gunicorn(new ContainerBuilder().build()).areWhole()).isFalse();
  }

  @Test
  void findsWhatAScriptAssigns() {
    ServerSettings settings =
        gunicorn(script("export A=1 B=2; C=\"3 4\" D=$D gunicorn shop.wsgi -e E=5"));

    assertThat(settings.assigned("A")).contains(new FlagUse("A=1", "1"));
    assertThat(settings.assigned("B")).isPresent();
    assertThat(settings.assigned("C")).contains(new FlagUse("C=3 4", "3 4"));
    assertThat(settings.assigned("D").orElseThrow().refersTo("D")).isTrue();
    assertThat(settings.assigned("E")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "$WEB_CONCURRENCY, true",
    "${WEB_CONCURRENCY}, true",
    "${WEB_CONCURRENCY:-2}, true",
    "$(WEB_CONCURRENCY), true",
    "$WEB_CONCURRENCY_MAX, false",
    "WEB_CONCURRENCY, false",
    "4, false"
  })
  void tellsWhereAValueIsTakenFrom(String value, boolean refers) {
    assertThat(new FlagUse("-w " + value, value).refersTo("WEB_CONCURRENCY")).isEqualTo(refers);
  }
}
