package dev.plimsoll.cli.demo.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Bytes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KernelAccountTest {
  private final List<Long> told = new ArrayList<>();
  private final KernelAccount account = new KernelAccount(told::add);

  @Test
  void killsOfContainersThatHaveEndedStayCounted() {
    account.read("/pod/first/ 3 100");
    account.read("-");
    account.read("/pod/second/ 0 50");
    account.read("/pod/second/ 2 400");

    assertThat(account.kills()).isEqualTo(5);
    assertThat(told).containsExactly(3L, 5L);
  }

  @Test
  void thePeakIsOfOneContainer() {
    account.read("/pod/first/ 0 100");
    account.read("/pod/first/ 0 700");
    account.read("/pod/first/ 0 200");

    assertThat(account.peak()).isEqualTo(new Bytes(700));
    assertThat(told).isEmpty();
  }

  @Test
  void whatIsNoAccountIsPassedOver() {
    account.read("");
    account.read("sh: awk: not found");

    assertThat(account.kills()).isZero();
  }
}
