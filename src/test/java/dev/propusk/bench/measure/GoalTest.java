package dev.propusk.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GoalTest {
    /** 20 ms, set on a machine on which the reference took 4 ms. */
    private static final Goal LOOKUP = new Goal.Within(20, 4);

    @Test
    void aBoundHoldsAsItStandsWhereTheReferenceIsAsFastAsTheYardstick() {
        assertThat(LOOKUP.isMet(Compared.of(19, 4))).isTrue();
        assertThat(LOOKUP.isMet(Compared.of(21, 4))).isFalse();
    }

    @Test
    void aBoundGrowsInProportionOnASlowerMachine() {
        assertThat(LOOKUP.isMet(Compared.of(39, 8))).isTrue();
        assertThat(LOOKUP.isMet(Compared.of(41, 8))).isFalse();
    }

    @Test
    void aFasterMachineLowersNoBound() {
        assertThat(LOOKUP.isMet(Compared.of(19, 1))).isTrue();
    }

    @Test
    void sharesAndMultiplesAreJudgedByTheRatioAlone() {
        assertThat(new Goal.AtLeast(0.9).isMet(Compared.of(95, 100))).isTrue();
        assertThat(new Goal.AtLeast(0.9).isMet(Compared.of(85, 100))).isFalse();
        assertThat(new Goal.AtMost(2).isMet(Compared.of(3, 2))).isTrue();
        assertThat(new Goal.AtMost(2).isMet(Compared.of(5, 2))).isFalse();
    }

    @Test
    void aMachineThatChangesItsSpeedBetweenTwoPairsChangesNoRatio() {
        Compared compared = Compared.ofPairs(new double[] {1, 100, 1_000}, new double[] {2, 200, 2_000});
        assertThat(compared.ratio()).isEqualTo(0.5);
    }
}
