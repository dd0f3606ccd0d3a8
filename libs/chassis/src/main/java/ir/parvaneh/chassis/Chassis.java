package ir.parvaneh.chassis;

import ir.parvaneh.chassis.clock.ClockParts;
import ir.parvaneh.chassis.identity.IdentityParts;
import ir.parvaneh.chassis.store.StoreParts;
import ir.parvaneh.chassis.stream.StreamParts;
import ir.parvaneh.chassis.web.WebParts;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** All a service stands on; it imports this and nothing else. Each part says which settings it reads. */
@Configuration(proxyBeanMethods = false)
@Import({ClockParts.class, StoreParts.class, StreamParts.class, WebParts.class, IdentityParts.class})
public class Chassis {}
