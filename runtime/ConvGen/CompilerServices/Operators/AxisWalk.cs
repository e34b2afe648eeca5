namespace ConvGen.CompilerServices;

/// <summary>
/// The axes that two tensors are walked along together, each with a distance of its own in both, 0 where one stands still. Axes that follow
/// each other without a gap in both are one. The innermost is left to the caller, the places of whose beginnings are gone through.
/// </summary>
internal ref struct AxisWalk
{
    private Axes _sizes;
    private Axes _firstSteps;
    private Axes _secondSteps;
    private Axes _indices;
    private int _rank;

    /// <summary>A walk along one axis of one element.</summary>
    public AxisWalk()
    {
        _rank = 1;
        _sizes[0] = 1;
        (_firstSteps[0], _secondSteps[0]) = (1, 1);
    }

    /// <summary>Where the innermost axis begins in the first tensor.</summary>
    public int First { get; private set; }

    /// <summary>Where the innermost axis begins in the second tensor.</summary>
    public int Second { get; private set; }

    /// <summary>Length of the innermost axis.</summary>
    public readonly int Length => _sizes[_rank - 1];

    /// <summary>Distances along the innermost axis.</summary>
    public readonly (int First, int Second) Steps => (_firstSteps[_rank - 1], _secondSteps[_rank - 1]);

    /// <summary>How often the innermost axis is walked along.</summary>
    public readonly int Rows
    {
        get
        {
            int rows = 1;
            foreach (int size in _sizes[..(_rank - 1)])
            {
                rows *= size;
            }

            return rows;
        }
    }

    /// <summary>Adds an axis within those that were added before.</summary>
    public void Add(int size, int firstStep, int secondStep)
    {
        if (size == 1)
        {
            return;
        }

        int last = _rank - 1;
        if (_sizes[last] == 1)
        {
            _sizes[last] = size;
        }
        else if (_firstSteps[last] == firstStep * size && _secondSteps[last] == secondStep * size)
        {
            _sizes[last] *= size;
        }
        else
        {
            last = _rank++;
            _sizes[last] = size;
        }

        (_firstSteps[last], _secondSteps[last]) = (firstStep, secondStep);
    }

    /// <summary>
    /// Takes an axis out along which the elements of the first tensor lie next to each other: its size and its distance in the second, or a size
    /// of 1 where there is none.
    /// </summary>
    public (int Size, int SecondStep) TakeContiguous()
    {
        int axis = ((ReadOnlySpan<int>)_firstSteps)[..(_rank - 1)].LastIndexOf(1);
        if (axis < 0)
        {
            return (1, 0);
        }

        (int size, int step) = (_sizes[axis], _secondSteps[axis]);
        _rank--;
        for (; axis < _rank; axis++)
        {
            (_sizes[axis], _firstSteps[axis], _secondSteps[axis]) = (_sizes[axis + 1], _firstSteps[axis + 1], _secondSteps[axis + 1]);
        }

        return (size, step);
    }

    /// <summary>Goes to a beginning of the innermost axis by its number.</summary>
    public void MoveTo(int row)
    {
        (First, Second) = (0, 0);
        for (int axis = _rank - 2; axis >= 0; axis--)
        {
            (row, _indices[axis]) = Math.DivRem(row, _sizes[axis]);
            (First, Second) = (First + (_indices[axis] * _firstSteps[axis]), Second + (_indices[axis] * _secondSteps[axis]));
        }
    }

    /// <summary>Goes to the next beginning of the innermost axis.</summary>
    public void Next()
    {
        for (int axis = _rank - 2; axis >= 0; axis--)
        {
            (First, Second) = (First + _firstSteps[axis], Second + _secondSteps[axis]);
            if (++_indices[axis] < _sizes[axis])
            {
                return;
            }

            (First, Second) = (First - (_sizes[axis] * _firstSteps[axis]), Second - (_sizes[axis] * _secondSteps[axis]));
            _indices[axis] = 0;
        }
    }

    [InlineArray(TensorShape.MaxRank)]
    private struct Axes
    {
        private int _first;
    }
}
