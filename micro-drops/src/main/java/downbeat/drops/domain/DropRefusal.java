package downbeat.drops.domain;

import downbeat.kernel.Refusal;

/** Why a drop says no. */
public sealed interface DropRefusal extends Refusal
        permits LifeRefusal, ChoiceRefusal, CrowdRefusal, ClaimRefusal, CounterRefusal {}
