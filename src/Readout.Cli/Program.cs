System.Console.WriteLine("readout");
