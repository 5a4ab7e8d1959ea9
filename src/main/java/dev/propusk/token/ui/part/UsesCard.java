package dev.propusk.token.ui.part;

import dev.propusk.token.Reuse;
import dev.propusk.token.Uses;

/** What a person chooses between: for one device, for a number of them, for any. */
public enum UsesCard {
    ONE,
    SEVERAL,
    ANY;

    public static UsesCard of(Uses uses) {
        if (uses.devices() != null) {
            return SEVERAL;
        }
        return uses.reuse() == Reuse.SINGLE_USE ? ONE : ANY;
    }

    /** What it means; the number counts where it is for a number of devices. */
    public Uses uses(int devices) {
        return switch (this) {
            case ONE -> Uses.ONE;
            case SEVERAL -> Uses.of(devices);
            case ANY -> Uses.ANY;
        };
    }
}
