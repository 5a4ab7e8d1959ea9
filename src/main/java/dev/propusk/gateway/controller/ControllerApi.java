package dev.propusk.gateway.controller;

import dev.propusk.base.MacAddress;
import java.time.Duration;

/** What a controller is told and asked; each call may last as long as the settings say, and may be made again. */
interface ControllerApi {
    /**
     * Lets a guest in who is connected there, from now on for so long; what was said before counts no more.
     *
     * @param time whole minutes, one at least
     * @throws ControllerFailureException where it did not, or nobody knows whether it did
     */
    void letIn(MacAddress device, Duration time);

    /**
     * Puts a guest off.
     *
     * @throws ControllerFailureException where it did not, or nobody knows whether it did
     */
    void putOff(MacAddress device);

    /**
     * Whether this device is connected there as a guest now.
     *
     * @throws ControllerFailureException where that can't be told
     */
    boolean hasGuest(MacAddress device);
}
