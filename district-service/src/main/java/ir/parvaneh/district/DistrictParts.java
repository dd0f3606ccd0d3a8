package ir.parvaneh.district;

import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.store.Store;
import ir.parvaneh.chassis.web.Commands;
import ir.parvaneh.district.delegation.DelegationEndpoints;
import ir.parvaneh.district.delegation.DelegationPolicy;
import ir.parvaneh.district.delegation.Delegations;
import java.time.Duration;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Delegations, dossiers, visits and the city's figures. */
@Configuration(proxyBeanMethods = false)
class DistrictParts {
    @Bean
    DelegationPolicy delegationPolicy(
            @Value("${parvaneh.delegation.roles}") Set<String> roles,
            @Value("${parvaneh.delegation.longest}") Duration longest) {
        return new DelegationPolicy(roles, longest);
    }

    @Bean
    Delegations delegations(Store store, CityClock clock) {
        return new Delegations(store, clock);
    }

    @Bean
    DelegationEndpoints delegationEndpoints(
            Delegations delegations, DelegationPolicy policy, Commands commands, CityClock clock) {
        return new DelegationEndpoints(delegations, policy, commands, clock);
    }
}
