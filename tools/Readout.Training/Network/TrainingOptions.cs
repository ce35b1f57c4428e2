namespace Readout.Training.Network;

/// <summary>The settings of one training run.</summary>
internal sealed record TrainingOptions
{
    /// <summary>How the network of tags and trees is trained; names are learnt beside, which helps the tags.</summary>
    public static TrainingOptions OfTrees { get; } = new();

    /// <summary>How the network of names is trained: fewer epochs, smaller batches, tags beside and no trees.</summary>
    public static TrainingOptions OfNames { get; } = new()
    {
        Epochs = 8,
        BatchTokens = 500,
        OutputDropout = 0.2f,
        NameDropout = 0.1f,
        ListDropout = 0.3f,
        PhraseDropout = 0.4f,
        LastShare = 0.3f,
        Seed = 2,
        TreeWeight = 0,
        NameWeight = 2.5f,
    };

    public int Epochs { get; init; } = 36;

    public int BatchTokens { get; init; } = 1000;

    public float LearningRate { get; init; } = 0.003f;

    public float LayerDropout { get; init; } = 0.15f;

    public float OutputDropout { get; init; } = 0.3f;

    public float HeadDropout { get; init; } = 0.25f;

    public float AffixDropout { get; init; } = 0.1f;

    /// <summary>Share of the hidden words that lose their longer affixes too.</summary>
    public float BlurRate { get; init; } = 0.5f;

    /// <summary>Share of the sentences that are read without name lists, since no list holds every name.</summary>
    public float ListDropout { get; init; }

    /// <summary>Share of the sentences whose names are scored without marks of phrases.</summary>
    public float PhraseDropout { get; init; }

    /// <summary>Dropout of the token vectors before the name scorer, beyond that of all scorers: names overfit first.</summary>
    public float NameDropout { get; init; }

    /// <summary>Share of the sentences of other sets than the core one that remain in the last epoch; all are in the first.</summary>
    public float LastShare { get; init; } = 1;

    /// <summary>Share of the sentences with names that are read with other names in their place.</summary>
    public float SwapRate { get; init; } = 0.5f;

    /// <summary>Decay of the running mean of the weights that is scored and written; 0 takes the weights as they are.</summary>
    public float MeanDecay { get; init; } = 0.99f;

    /// <summary>Weight of the losses of arcs and relations; 0 leaves the trees out.</summary>
    public float TreeWeight { get; init; } = 1;

    /// <summary>Weight of the loss of each of the two tags.</summary>
    public float TagWeight { get; init; } = 0.5f;

    public float NameWeight { get; init; } = 1;

    public int Seed { get; init; } = 1;

    public int Threads { get; init; } = 2;
}
