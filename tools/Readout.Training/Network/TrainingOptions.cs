namespace Readout.Training.Network;

/// <summary>The settings of one training run.</summary>
internal sealed record TrainingOptions
{
    public int Epochs { get; init; } = 32;

    public int BatchTokens { get; init; } = 1000;

    public float LearningRate { get; init; } = 0.003f;

    public float LayerDropout { get; init; } = 0.15f;

    public float OutputDropout { get; init; } = 0.3f;

    public float HeadDropout { get; init; } = 0.25f;

    public float AffixDropout { get; init; } = 0.1f;

    /// <summary>Share of the hidden words that lose their longer affixes too.</summary>
    public float BlurRate { get; init; } = 0.5f;

    /// <summary>Share of the sentences that are read without name lists, since no list holds every name.</summary>
    public float ListDropout { get; init; } = 0.3f;

    /// <summary>Share of the sentences whose names are scored without marks of phrases.</summary>
    public float PhraseDropout { get; init; } = 0.4f;

    /// <summary>Dropout of the token vectors before the name scorer, beyond that of all scorers: names overfit first.</summary>
    public float NameDropout { get; init; } = 0.4f;

    /// <summary>Share of the sentences with names that are read with other names in their place.</summary>
    public float SwapRate { get; init; } = 0.5f;

    /// <summary>Decay of the running mean of the weights that is scored and written; 0 takes the weights as they are.</summary>
    public float MeanDecay { get; init; } = 0.99f;

    public float UposWeight { get; init; } = 0.5f;

    public float TagWeight { get; init; } = 0.5f;

    public float NameWeight { get; init; } = 2.5f;

    public int Seed { get; init; } = 1;

    public int Threads { get; init; } = 2;
}
